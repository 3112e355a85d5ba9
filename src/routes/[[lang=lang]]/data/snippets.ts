export interface Snippet {
	readonly name: string;
	readonly text: string;
}

/** Code that reads the table `reports` from the site: Python, R, and DuckDB’s own shell. */
export function snippets(address: string, files: readonly string[]): Snippet[] {
	const listed = (indent: string): string => files.map((file) => `${indent}"${file}"`).join(',\n');
	return [
		{
			name: 'Python (pandas, pyarrow)',
			text: `import pandas as pd

folder = "${address}"
files = [
${listed('    ')}
]
reports = pd.concat(pd.read_parquet(folder + name) for name in files)
reports[["agency", "year", "scope", "t3.new.total"]]`
		},
		{
			name: 'Python (polars)',
			text: `import polars as pl

folder = "${address}"
files = [
${listed('    ')}
]
reports = pl.concat([pl.read_parquet(folder + name) for name in files])
reports.select("agency", "year", "scope", "t3.new.total")`
		},
		{
			name: 'Python (duckdb)',
			text: `import duckdb

folder = "${address}"
files = [
${listed('    ')}
]
reports = duckdb.read_parquet([folder + name for name in files])
reports.select('agency, year, scope, "t3.new.total"').df()`
		},
		{
			name: 'R (arrow)',
			text: `library(arrow)

folder <- "${address}"
files <- c(
${listed('  ')}
)
reports <- do.call(rbind, lapply(paste0(folder, files), read_parquet))
reports[c("agency", "year", "scope", "t3.new.total")]`
		},
		{
			name: 'R (duckdb)',
			text: `library(duckdb)

folder <- "${address}"
files <- c(
${listed('  ')}
)
con <- dbConnect(duckdb())
listed <- paste0("'", folder, files, "'", collapse = ", ")
dbGetQuery(con, paste0(
  'SELECT agency, year, scope, "t3.new.total" FROM read_parquet([', listed, '])'
))`
		},
		{
			name: 'DuckDB',
			text: `SELECT agency, year, scope, "t3.new.total"
FROM read_parquet([
${files.map((file) => `  '${address}${file}'`).join(',\n')}
], union_by_name = true)
ORDER BY year, agency;`
		}
	];
}
