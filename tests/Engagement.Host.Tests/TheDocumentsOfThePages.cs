using Engagement.Api;
using Engagement.Web.Documents;
using GraphQL.Language;
using GraphQL.Validation;

namespace Engagement.Host.Tests;

/// <summary>The pages use nothing but the schema that everybody has.</summary>
public sealed class TheDocumentsOfThePages
{
    [Fact]
    public void Are_valid_against_the_schema()
    {
        var schema = EngagementApi.BuildSchema();

        var wrong = GraphQLDocument.All.SelectMany(document => DocumentValidator
            .Validate(schema, GraphQLParser.Parse(document.Value))
            .Select(error => $"{document.Key}: {error.Message}"));

        GraphQLDocument.All.ShouldNotBeEmpty();
        wrong.ShouldBeEmpty();
    }
}
