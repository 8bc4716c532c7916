namespace GraphQL.Tests.Hostile;

/// <summary>Tests that look at the memory of the whole process, with which no others may run.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
