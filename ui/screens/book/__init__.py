"""The register of visits: a table of pseudonyms and the story of the chosen one."""
