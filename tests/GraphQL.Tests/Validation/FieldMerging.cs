namespace GraphQL.Tests.Validation;

public sealed class FieldMerging
{
    [Theory]
    [InlineData("{ theme { a: id a: title } }", "Fields \"a\" conflict because \"id\" and \"title\" are different fields.", "1:11 1:17")]
    [InlineData("{ entry(id: 1) { text(atMost: 1) text(atMost: 2) } }", "Fields \"text\" conflict because they have differing arguments.", "1:18 1:34")]
    [InlineData("{ entry(id: 1) { text text(atMost: 2) } }", "Fields \"text\" conflict because they have differing arguments.", "1:18 1:23")]
    [InlineData("{ found { ... on Entry { length } ... on Theme { length } } }", "Fields \"length\" conflict because they return conflicting types \"Int!\" and \"String\".", "1:26 1:50")]
    [InlineData("{ theme { a: parent { id } a: parent { id: title } } }", "Fields \"a\" conflict because subfields \"id\" conflict because \"id\" and \"title\" are different fields.", "1:11 1:23 1:28 1:40")]
    [InlineData("{ theme { ...A ...B } } fragment A on Theme { x: id } fragment B on Theme { x: title }", "Fields \"x\" conflict because \"id\" and \"title\" are different fields.", "1:47 1:77")]
    [InlineData("{ theme { x: id ...A } } fragment A on Theme { ...B } fragment B on Theme { x: title }", "Fields \"x\" conflict because \"id\" and \"title\" are different fields.", "1:11 1:77")]
    public void Fields_that_cannot_share_one_key_are_named(string document, string message, string locations)
    {
        var error = Panel.Validate(document).ShouldHaveSingleItem();

        error.Code.ShouldBe("OVERLAPPING_FIELDS_CAN_BE_MERGED");
        error.Message.ShouldBe(message + " Use different aliases on the fields to fetch both if this was intentional.");
        string.Join(' ', error.Locations!.Select(location => $"{location.Line}:{location.Column}")).ShouldBe(locations);
    }

    [Theory]
    [InlineData("{ search(where: {title: \"a\", ids: [1]}) { id } search(where: {ids: [1], title: \"a\"}) { title } }")]
    [InlineData("query ($a: Int) { entry(id: 1) { text(atMost: $a) text(atMost: $a) } }")]
    [InlineData("{ found { ... on Entry { x: id } ... on Theme { x: id } } }")]
    [InlineData("{ theme { ...A } } fragment A on Theme { id parent { ...A2 } } fragment A2 on Theme { id title }")]
    public void Fields_that_ask_for_the_same_may_be_repeated(string document) => Panel.Validate(document).ShouldBeEmpty();
}
