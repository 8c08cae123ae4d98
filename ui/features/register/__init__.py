"""The register of visits: table, filters, the story of one visit, the printed book."""
