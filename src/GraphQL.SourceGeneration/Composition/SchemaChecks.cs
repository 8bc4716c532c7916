using GraphQL.SourceGeneration.Model;
using GraphQL.SourceGeneration.Reading;

namespace GraphQL.SourceGeneration.Composition;

/// <summary>Finds what only the whole schema can show: clashes, names that are not allowed, and members without a GraphQL type.</summary>
internal static class SchemaChecks
{
    public static void Run(SchemaModel schema)
    {
        CheckTypeNames(schema);
        foreach (var type in schema.Types)
        {
            CheckName(schema, type.Name, type.Model.Location);
            if (type.Role == TypeRole.Abstract)
                Report(schema, GraphQLDiagnostics.UnmarkedAbstractType, type.Model.Location, type.Model.Name);
            CheckFields(schema, type.Name, type.Fields, type.Model.Name);
            CheckInput(schema, type);
            foreach (var value in type.Model.Values)
                CheckName(schema, value.Name, type.Model.Location);
        }
        foreach (var root in schema.Roots)
            CheckFields(schema, root.TypeName, root.Fields, root.TypeName);
        CheckDataLoaders(schema);
    }

    private static void CheckTypeNames(SchemaModel schema)
    {
        var owners = new Dictionary<string, string>();
        foreach (var type in schema.Types)
            Claim(type.Name, type.Model.Key, type.Model.Location);
        foreach (var connection in schema.Connections)
        {
            Claim(connection.Name + "Connection", $"a page of {connection.Node.Clr}", SourceLocation.None);
            Claim(connection.Name + "Edge", $"an item of {connection.Node.Clr}", SourceLocation.None);
        }
        foreach (var input in schema.Filters)
            Claim(input.Name, $"what filters {input.Key}", input.Location);
        foreach (var input in schema.Sorts)
            Claim(input.Name, $"what sorts {input.Key}", input.Location);
        foreach (var field in schema.Roots.Where(root => root.Role == ClassRole.Mutation).SelectMany(root => root.Fields).Select(field => field.Model))
        {
            var name = Names.Pascal(field.Name);
            Claim(name + "Payload", field.Target, field.Location);
            if (field.Arguments.Any() && !MutationShape.TakesInputItself(field))
                Claim(name + "Input", field.Target, field.Location);
            if (field.Errors.Count > 0)
                Claim(name + "Error", field.Target, field.Location);
        }

        void Claim(string name, string owner, SourceLocation location)
        {
            if (owners.TryGetValue(name, out var other) && other != owner)
                Report(schema, GraphQLDiagnostics.TypeClash, location, name, other.Replace("global::", ""), owner.Replace("global::", ""));
            owners[name] = owner;
        }
    }

    private static void CheckFields(SchemaModel schema, string typeName, List<ComposedField> fields, string clrName)
    {
        var owners = new Dictionary<string, string>();
        foreach (var field in fields.Select(item => item.Model))
        {
            CheckName(schema, field.Name, field.Location);
            foreach (var argument in field.Arguments)
                CheckName(schema, argument.Name, field.Location);
            foreach (var twice in field.Arguments.GroupBy(argument => argument.Name).Where(same => same.Count() > 1))
                Report(schema, GraphQLDiagnostics.ArgumentClash, field.Location, field.Name, twice.Key);
            if (field.Shape is null)
                Report(schema, GraphQLDiagnostics.UnsupportedMember, field.Location, clrName, field.Member, field.Clr, clrName);
            if (owners.TryGetValue(field.Name, out var other))
                Report(schema, GraphQLDiagnostics.FieldClash, field.Location, typeName, field.Name, other, field.Member);
            owners[field.Name] = field.Member;
        }
    }

    private static void CheckInput(SchemaModel schema, ComposedType type)
    {
        foreach (var field in type.Model.InputFields)
        {
            CheckName(schema, field.Name, type.Model.Location);
            if (type.Model.IsOneOf && (field.Shape is { Nullable: false } || field.DefaultValue is not null))
                Report(schema, GraphQLDiagnostics.InvalidOneOf, type.Model.Location, type.Model.Key.Replace("global::", ""), field.Member);
            if (field.Shape is null)
                Report(schema, GraphQLDiagnostics.InvalidInput, type.Model.Location, type.Model.Key.Replace("global::", ""), field.Member, field.Clr);
        }
    }

    private static void CheckDataLoaders(SchemaModel schema)
    {
        var known = new HashSet<string>(schema.DataLoaders.Select(loader => loader.InterfaceName));
        var fields = schema.Types.SelectMany(type => type.Fields).Concat(schema.Roots.SelectMany(root => root.Fields)).Select(field => field.Model);
        foreach (var field in fields.Concat(schema.Nodes.Select(node => node.Resolver)))
        {
            foreach (var parameter in field.Parameters)
            {
                if (parameter.Kind == ParameterKind.DataLoader && !known.Contains(parameter.Clr))
                    Report(schema, GraphQLDiagnostics.UnknownDataLoader, field.Location, parameter.Member, parameter.Clr);
            }
        }
    }

    private static void CheckName(SchemaModel schema, string name, SourceLocation location)
    {
        if (!Names.IsValid(name))
            Report(schema, GraphQLDiagnostics.InvalidName, location, name);
    }

    private static void Report(
        SchemaModel schema, Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments)
    {
        var diagnostic = DiagnosticModel.Create(descriptor, location, arguments);
        if (!schema.Diagnostics.Contains(diagnostic))
            schema.Diagnostics.Add(diagnostic);
    }
}
