"""The complete back-up as a folder of Markdown and YAML; docs/markdown-back-up.md is its format."""
