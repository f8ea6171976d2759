"""Words: from counts to blocks, in the order a person reads them."""
