using GraphQL.TypeSystem;

namespace Engagement.Api.Tests;

/// <summary>Whoever reads the schema of what people said and what became of it needs nothing beside it.</summary>
public sealed class TheWordsOfFeedback
{
    private static readonly SchemaDefinition Schema = EngagementApi.BuildSchema();

    private static readonly string[] Modules =
    [
        "Engagement.Feedback", "Engagement.FeedbackPoints", "Engagement.Journeys", "Engagement.Workbench", "Engagement.Metrics",
        "Engagement.Api.Feedback", "Engagement.Api.FeedbackPoints", "Engagement.Api.Journeys", "Engagement.Api.Workbench", "Engagement.Api.Metrics",
    ];

    [Fact]
    public void Every_type_field_argument_and_value_is_described()
    {
        var types = Schema.Types.Where(type => Modules.Contains(type.RuntimeType?.Namespace)).ToArray();
        types.Length.ShouldBeGreaterThan(60);

        types.SelectMany(Undescribed).ShouldBeEmpty();
    }

    /// <summary>Arguments of queries and inputs of mutations have no type of ours to be told by: those that give our things are looked at.</summary>
    [Fact]
    public void So_is_whatever_their_operations_are_given()
    {
        var fields = Schema.QueryType.Fields.Concat(Schema.MutationType!.Fields).Where(field => GivesOurs(field.Type.Named)).ToArray();
        fields.Length.ShouldBeGreaterThan(50);

        fields.SelectMany(field => field.Arguments.SelectMany(argument => Undescribed(argument.Type.Named).Append(Named(field.Name, argument))))
            .OfType<string>()
            .ShouldBeEmpty();
    }

    private static bool GivesOurs(NamedType type) => type is ObjectType thing
        && (Modules.Contains(thing.RuntimeType?.Namespace)
            || ((thing.Name.EndsWith("Payload", StringComparison.Ordinal) || thing.Name.EndsWith("Connection", StringComparison.Ordinal))
                && thing.Fields.Any(field => field.Type.Named is ObjectType part && Modules.Contains(part.RuntimeType?.Namespace))));

    // An input is told of by its fields.
    private static string? Named(string field, InputValueDefinition argument) =>
        argument.Name == "input" || !string.IsNullOrWhiteSpace(argument.Description) ? null : $"{field}({argument.Name})";

    private static IEnumerable<string> Undescribed(NamedType type)
    {
        IEnumerable<(string Name, string? Description)> parts = type switch
        {
            ComplexType complex => complex.Fields.SelectMany(field =>
                field.Arguments.Select(argument => ($"{field.Name}({argument.Name})", argument.Description)).Prepend((field.Name, field.Description))),
            InputObjectType input => input.Fields.Select(field => (field.Name, field.Description)),
            EnumType one => one.Values.Select(value => (value.Name, value.Description)),
            _ => [],
        };
        return parts.Prepend((Name: "", type.Description)).Where(part => string.IsNullOrWhiteSpace(part.Description)).Select(part => $"{type.Name}.{part.Name}");
    }
}
