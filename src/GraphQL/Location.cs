namespace GraphQL;

/// <summary>A place in a GraphQL document. Both numbers start at 1; the column counts UTF-16 code units.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
public readonly record struct Location(int Line, int Column);
