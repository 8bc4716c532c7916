using System.Reflection;
using Engagement.Api.Authorization;
using Engagement.Api.Live;
using GraphQL;
using GraphQL.TypeSystem;
using Microsoft.AspNetCore.SignalR;
using Tests.Shared;

namespace Engagement.Api.Tests;

/// <summary>The contract that clients build on: schema/engagement.graphql.</summary>
public sealed class TheSchema
{
    private static readonly SchemaDefinition Schema = EngagementApi.BuildSchema();
    private static readonly ObjectType[] Roots = [Schema.QueryType, Schema.MutationType!, Schema.SubscriptionType!];

    /// <summary>A change of the schema is made on purpose, in the same commit: run the tests with UPDATE_SCHEMA=1 and read the difference.</summary>
    [Fact]
    public void Is_the_one_that_was_agreed()
    {
        var path = Path.Combine(Repository.Folder, "schema", "engagement.graphql");
        var printed = Schema.ToSdl();
        if (Agreed.IsUpdated)
            File.WriteAllText(path, printed);

        var agreed = File.ReadAllText(path);
        var changes = SchemaComparison.Compare(SchemaBuilder.FromSdl(agreed).Build(), SchemaBuilder.FromSdl(printed).Build());
        changes.ShouldBeEmpty($"What it means for clients:\n{string.Join('\n', changes)}");
        printed.ShouldBe(agreed);
    }

    /// <summary>Deny by default: whoever adds a field must say who may have it. Results, inputs and their parts follow from the field that gives them.</summary>
    [Fact]
    public void Has_a_rule_on_every_root_field_and_on_every_node()
    {
        ObjectType[] guarded = [.. Roots, .. Schema.GetPossibleTypes(Schema.GetType("Node")!)];

        var open = guarded.SelectMany(type => type.Fields.Where(field => !IsRuled(field)).Select(field => $"{type.Name}.{field.Name}"));

        open.ShouldBeEmpty();
    }

    /// <summary>So that not even their number is given away: <c>__typename</c> can be asked of whatever a field gives.</summary>
    [Fact]
    public void Has_a_rule_on_every_field_that_gives_what_takes_a_permission()
    {
        var taking = Schema.Types.OfType<ObjectType>().Except(Roots).Where(type => !type.Name.EndsWith("Payload", StringComparison.Ordinal))
            .Where(type => type.Fields.Any(field => field.Authorization?.Permission is not null) && !IsForEverybody(type)).ToArray();
        taking.Select(type => type.Name).ShouldContain("ViewsConnection");

        var open = Schema.Types.OfType<ObjectType>()
            .SelectMany(type => type.Fields.Where(field => taking.Contains(field.Type.Named) && field.Authorization is null).Select(field => $"{type.Name}.{field.Name}"));

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Has_a_rule_on_every_method_of_the_hub()
    {
        var methods = typeof(LiveHub).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Hub)))
            .SelectMany(hub => hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetBaseDefinition() == method);

        methods.ShouldNotBeEmpty();
        methods.ShouldAllBe(method => method.GetCustomAttribute<AllowAnonymousAttribute>() != null || method.GetCustomAttribute<AuthorizeAttribute>()!.Permission != null);
    }

    [Fact]
    public void Names_only_permissions_that_some_role_holds()
    {
        var named = Schema.Types.OfType<ObjectType>().SelectMany(type => type.Fields).Select(field => field.Authorization?.Permission).OfType<string>().Distinct();

        named.Except(Roles.Table.Values.SelectMany(permissions => permissions)).ShouldBeEmpty();
    }

    /// <summary>What grows is read in pages. A plain list has a reason why it stays short.</summary>
    [Fact]
    public void Gives_what_grows_in_pages()
    {
        var plain = Schema.QueryType.Fields.Where(field => IsList(field.Type) && field.Type.Named is not ScalarType).Select(field => field.Name);

        plain.ShouldBe(ShortLists.Keys, ignoreOrder: true);
    }

    private static readonly Dictionary<string, string> ShortLists = new()
    {
        ["answerScales"] = "What the platform offers, the same for everybody.",
        ["codingProgress"] = "One for each audience.",
        ["districts"] = "Those of the county.",
        ["deadLetterTypes"] = "The types of messages that the platform has.",
        ["disclosurePolicies"] = "The versions of one document.",
        ["erasureGrounds"] = "What the law names.",
        ["feedbackPointMonths"] = "The months that were asked for.",
        ["logReviews"] = "The last ten times that somebody looked.",
        ["nodes"] = "As many as were asked for.",
        ["messageQueues"] = "The few queues that the platform has.",
        ["notificationKinds"] = "What the platform sends.",
        ["otherAnswers"] = "What the platform offers, the same for everybody.",
        ["participation"] = "One for each group that is told apart.",
        ["releasePreview"] = "The tables of one release.",
        ["responseRates"] = "The waves of a consultation, or a year's surveys: an office runs a few.",
        ["responsesByReference"] = "Hardly ever more than one: a form on paper beside the one online.",
        ["resultBreakdown"] = "One for each group that is told apart.",
        ["answeredQuestions"] = "The questions of one consultation's surveys.",
        ["resultTrend"] = "The waves that were asked for, each voice apart.",
        ["safeguardingOpenings"] = "One item is opened by the few who deal with it.",
        ["services"] = "The services of one county.",
        ["statementDocuments"] = "The few documents in which partners commit themselves.",
        ["themeSuggestionRates"] = "The versions of a method.",
        ["viewFigures"] = "One for each group that is told apart.",
        ["webhookKinds"] = "What the platform tells of.",
        ["workbenchCounts"] = "One for each kind of work.",
        ["workbenchGroups"] = "One for each kind of work, with no more than twenty items.",
        ["waveResults"] = "The voices of one wave.",
    };

    private static bool IsList(GraphQLType type) => type switch { ListType => true, NonNullType other => IsList(other.OfType), _ => false };

    /// <summary>A client whose connection broke asks again, whatever it asked for, without doing it twice.</summary>
    [Fact]
    public void Takes_an_idempotency_key_with_every_mutation() => Schema.MutationType!.Fields
        .Where(field => field.Arguments is not [{ Name: "input", Type.Named: InputObjectType input }] || !input.Fields.Any(part => part.Name == "idempotencyKey"))
        .Select(field => field.Name).ShouldBeEmpty();

    /// <summary>Whoever reads the schema needs nothing beside it.</summary>
    [Fact]
    public void Describes_every_type_field_argument_and_value() =>
        Schema.Types.Where(type => !type.IsIntrospection).SelectMany(Undescribed).ShouldBeEmpty();

    private static IEnumerable<string> Undescribed(NamedType type)
    {
        IEnumerable<(string Name, string? Description)> parts = type switch
        {
            ComplexType complex => complex.Fields.SelectMany(field =>
                field.Arguments.Select(argument => (Name: $"{field.Name}({argument.Name})", argument.Description)).Prepend((field.Name, field.Description))),
            InputObjectType input => input.Fields.Select(field => (field.Name, field.Description)),
            EnumType one => one.Values.Select(value => (value.Name, value.Description)),
            _ => [],
        };
        return parts.Prepend((Name: "", type.Description)).Where(part => string.IsNullOrWhiteSpace(part.Description)).Select(part => $"{type.Name}.{part.Name}");
    }

    // Anybody reads an entry; what it came from is for those who work on it.
    private static bool IsForEverybody(ObjectType type) => type.Fields.TryGet("id", out var id) && id.Authorization is { AllowAnonymous: true };

    private static bool IsRuled(FieldDefinition field) => field.Authorization is { AllowAnonymous: true } or { Permission: not null };
}
