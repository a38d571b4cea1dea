"""gunicorn: few processes, a few threads each, nothing believed from forwarded headers (Django decides that)."""

import gc
import os

wsgi_app = "newsroom.wsgi"
workers = 2
worker_class = "newsroom.worker.PatientWorker"
threads = 4
timeout = 30
graceful_timeout = 30
keepalive = 5
limit_request_line = 8190  # 引文核对 takes a list of citations in its address
max_requests = 2000
max_requests_jitter = 200
preload_app = False
accesslog = "-"
forwarded_allow_ips = ""
control_socket_disable = True
if os.access("/dev/shm", os.W_OK):
    worker_tmp_dir = "/dev/shm"  # a heartbeat on a busy disk would get a healthy worker killed


def post_worker_init(worker):
    """What the site has loaded by now lasts: the collector need not go through it while pages are made."""
    gc.collect()
    gc.freeze()
