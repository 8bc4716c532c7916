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

        printed.ShouldBe(File.ReadAllText(path));
    }
}
