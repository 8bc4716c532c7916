using System.Text.Json;
using Engagement.Api;
using Engagement.Api.Common;
using Engagement.Common;
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

    [Fact]
    public void The_districts_of_the_pages_are_those_of_the_schema() =>
        Web.Districts.All.ShouldBe(PlaceQueries.GetDistricts().Select(district => (district.Code, district.Name)));

    [Fact]
    public void What_consultations_can_be_about_on_the_pages_is_what_the_schema_says() =>
        Web.SubjectArea.All.Select(area => (area.InSchema, area.Name)).ShouldBe(
            Enum.GetValues<SubjectArea>().Select(area => (JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{area}"), area.Name())));
}
