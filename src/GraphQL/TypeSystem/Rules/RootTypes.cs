using GraphQL.Language;

namespace GraphQL.TypeSystem.Rules;

/// <summary>A schema has a query type, and its root types are different object types.</summary>
internal static class RootTypes
{
    public static void Check(SchemaParts parts, SchemaAssembly assembly, SchemaErrors errors)
    {
        if (parts.QueryType is null && !assembly.NamesRootType(OperationType.Query))
            errors.Report("Query root type must be provided.", assembly.SchemaSyntax);
        var roots = new (OperationType Operation, ObjectType? Type)[]
        {
            (OperationType.Query, parts.QueryType),
            (OperationType.Mutation, parts.MutationType),
            (OperationType.Subscription, parts.SubscriptionType),
        };
        foreach (var group in roots.Where(root => root.Type is not null).GroupBy(root => root.Type).Where(group => group.Skip(1).Any()))
        {
            var operations = group.Select(root => root.Operation.ToKeyword()).ToList();
            var list = operations.Count == 2 ? string.Join(" and ", operations) : $"{string.Join(", ", operations.SkipLast(1))}, and {operations[^1]}";
            errors.Report(
                $"All root types must be different, \"{group.Key!.Name}\" type is used as {list} root types.",
                [.. group.Select(root => assembly.RootTypeNames.GetValueOrDefault(root.Operation).Syntax)]);
        }
    }
}
