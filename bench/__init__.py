"""What a book costs to check and to build, measured beside other site generators."""
