"""The print queues of this machine, asked and fed over the local CUPS socket."""
