using Engagement.Api.Authorization;
using GraphQL.TypeSystem;
using Tests.Shared;

namespace Engagement.Api.Tests;

/// <summary>The contract that clients build on: schema/engagement.graphql.</summary>
public sealed class TheSchema
{
    private static readonly SchemaDefinition Schema = EngagementApi.BuildSchema();

    /// <summary>A change of the schema is made on purpose, in the same commit: run the tests with UPDATE_SCHEMA=1 and read the difference.</summary>
    [Fact]
    public void Is_the_one_that_was_agreed()
    {
        var path = Path.Combine(Repository.Folder, "schema", "engagement.graphql");
        var printed = Schema.ToSdl();
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
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
        ObjectType[] guarded =
        [
            .. new[] { Schema.QueryType, Schema.MutationType, Schema.SubscriptionType }.OfType<ObjectType>(),
            .. Schema.GetPossibleTypes(Schema.GetType("Node")!),
        ];

        var open = guarded.SelectMany(type => type.Fields.Where(field => field.Authorization is null && field.Name is not ("node" or "nodes"))
            .Select(field => $"{type.Name}.{field.Name}"));

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Names_only_permissions_that_some_role_holds()
    {
        var named = Schema.Types.OfType<ObjectType>().SelectMany(type => type.Fields).Select(field => field.Authorization?.Permission).OfType<string>().Distinct();

        named.Except(Roles.Table.Values.SelectMany(permissions => permissions)).ShouldBeEmpty();
    }

    [Fact]
    public void Describes_every_root_field()
    {
        var undescribed = new[] { Schema.QueryType, Schema.MutationType, Schema.SubscriptionType }.OfType<ObjectType>()
            .SelectMany(type => type.Fields.Where(field => string.IsNullOrWhiteSpace(field.Description)).Select(field => $"{type.Name}.{field.Name}"));

        undescribed.ShouldBeEmpty();
    }
}
