"""Records to files: Arrow tables, Parquet, the data card and the safe swap of the finished folder."""
