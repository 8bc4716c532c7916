using GraphQL.Data;
using GraphQL.TypeSystem;

namespace Engagement.Api.Tests;

/// <summary>
/// What a client developer reads beside each type, field, argument and value: it is written at the record or enum behind it. A module that says nothing of
/// some part of itself is found out here.
/// </summary>
public sealed class TheDescriptions
{
    /// <summary>The modules that are described whole.</summary>
    private static readonly string[] Modules = ["Consultations", "Surveys", "SurveyResults", "Paper", "Releases"];

    private static readonly SchemaDefinition Schema = EngagementApi.BuildSchema();

    [Fact]
    public void Are_there_for_every_type_and_everything_in_it() => Schema.Types.Where(IsOurs).SelectMany(Undescribed).ShouldBeEmpty();

    [Fact]
    public void Are_there_for_every_argument_of_a_root_field_and_everything_in_an_input()
    {
        var arguments = new[] { Schema.QueryType, Schema.MutationType! }
            .SelectMany(root => root.Fields)
            .Where(GivesOurs)
            .SelectMany(field => field.Arguments.SelectMany(argument => argument.Type.Named is InputObjectType input
                ? input.Fields.Select(part => (Name: $"{field.Name}.{part.Name}", part.Description))
                : [(Name: $"{field.Name}.{argument.Name}", argument.Description)]));

        arguments.Where(argument => string.IsNullOrWhiteSpace(argument.Description)).Select(argument => argument.Name).ShouldBeEmpty();
    }

    private static IEnumerable<string> Undescribed(NamedType type)
    {
        IEnumerable<(string Name, string? Description)> parts = type switch
        {
            ComplexType complex => complex.Fields.Select(field => (field.Name, field.Description)),
            InputObjectType input => input.Fields.Select(field => (field.Name, field.Description)),
            EnumType values => values.Values.Select(value => (value.Name, value.Description)),
            _ => [],
        };
        return parts.Where(part => part.Name != "id").Prepend((Name: "", type.Description))
            .Where(part => string.IsNullOrWhiteSpace(part.Description))
            .Select(part => $"{type.Name} {part.Name}".TrimEnd());
    }

    private static bool GivesOurs(FieldDefinition field) => IsOurs(field.Type.Named)
        || (field.Type.Named is ObjectType payload && payload.Name.EndsWith("Payload", StringComparison.Ordinal) && payload.Fields.Any(part => IsOurs(part.Type.Named)));

    private static bool IsOurs(NamedType type) => type.RuntimeType is { } runtime
        && Modules.Any(module => (Thing(runtime).Namespace ?? "") is var name && (name == $"Engagement.{module}" || name == $"Engagement.Api.{module}"));

    private static Type Thing(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is { } generic && (generic == typeof(Connection<>) || generic == typeof(Edge<>))
            ? type.GetGenericArguments()[0]
            : type;
}
