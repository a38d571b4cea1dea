"""Who may enter the desk, and what each role may do there."""
