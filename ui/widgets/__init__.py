"""Controls independent of any feature: fields, buttons, dialogs, tables, seals."""
