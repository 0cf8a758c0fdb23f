/** A formula as the generator writes it: a number, a name, or an operation with its operands. */
export type Tree = number | string | [string, ...Tree[]];
