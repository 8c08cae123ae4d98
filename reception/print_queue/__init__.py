"""The print queues of this machine: queries and jobs over the local CUPS socket."""
