"""Loaded into the processes of local workers: Ctrl-C is for the client, which ends them; they have no word to say."""

import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
