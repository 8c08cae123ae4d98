"""Before the register is open: unlocking, notices after it, an error that prevents opening."""
