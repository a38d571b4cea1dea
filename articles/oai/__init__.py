"""OAI-PMH 2.0 (openarchives.org/OAI/openarchivesprotocol.html): six verbs, Dublin Core, for machines that harvest."""

from articles.oai.answers import answer

__all__ = ["answer"]
