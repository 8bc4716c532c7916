using System.Text;
using Engagement.Web.Documents;

namespace Engagement.Web.Tests.Documents;

public sealed class GraphQLReplyTests
{
    [Fact]
    public void A_field_is_read_as_the_type_a_page_asks_for()
    {
        var reply = Parse("""{ "data": { "thing": { "kind": "WE_CANNOT", "position": "9007199254740993" } } }""");

        reply.Get<Thing>("thing").ShouldBe(new Thing(Kind.WeCannot, 9_007_199_254_740_993));
    }

    [Fact]
    public void A_field_that_is_null_or_not_there_is_null()
    {
        Parse("""{ "data": { "thing": null } }""").Get<Thing>("thing").ShouldBeNull();
        Parse("""{ "data": {} }""").Get<Thing>("thing").ShouldBeNull();
    }

    [Fact]
    public void Refusals_of_a_mutation_are_errors_for_the_form()
    {
        var reply = Parse("""{ "data": { "codeView": { "view": null, "errors": [{ "message": "No.", "code": "NOT_FOUND", "field": "viewId" }] } } }""");

        var error = reply.PayloadErrors("codeView").ShouldHaveSingleItem();
        (error.Message, error.Code, error.Field).ShouldBe(("No.", "NOT_FOUND", "viewId"));
    }

    [Fact]
    public void A_mutation_that_was_carried_out_has_no_refusals() =>
        Parse("""{ "data": { "codeView": { "errors": null } } }""").PayloadErrors("codeView").ShouldBeEmpty();

    [Fact]
    public void Nobody_signed_in_and_not_allowed_are_told_apart_from_failure()
    {
        Should.Throw<SignInNeededException>(() => Failed("AUTH_NOT_AUTHENTICATED").Get<Thing>("thing"));
        Should.Throw<NotAllowedException>(() => Failed("AUTH_NOT_AUTHORIZED").Get<Thing>("thing"));
        Should.Throw<GraphQLFailedException>(() => Failed("INTERNAL").Get<Thing>("thing")).Errors.ShouldHaveSingleItem().Code.ShouldBe("INTERNAL");
    }

    [Fact]
    public void Half_an_answer_is_not_shown_as_a_whole_one()
    {
        var reply = Parse("""{ "data": { "thing": { "kind": "WE_DID", "position": 1 } }, "errors": [{ "message": "The other half failed." }] }""");

        Should.Throw<GraphQLFailedException>(() => reply.Get<Thing>("thing"));
    }

    [Fact]
    public void Every_document_lies_beside_its_pages_and_holds_one_named_operation()
    {
        GraphQLDocument.All.ShouldNotBeEmpty();
        foreach (var (path, document) in GraphQLDocument.All)
        {
            // What an example asks stands above it.
            var text = string.Join('\n', document.Split('\n').SkipWhile(line => line.StartsWith('#')));
            text.ShouldStartWith($"{(text.StartsWith("mutation", StringComparison.Ordinal) ? "mutation" : "query")} {Path.GetFileNameWithoutExtension(path)}");
        }
    }

    [Fact]
    public void A_fragment_that_several_documents_select_has_a_file_of_its_name_and_is_given_to_each()
    {
        GraphQLDocument.Fragments.ShouldNotBeEmpty();
        foreach (var (name, fragment) in GraphQLDocument.Fragments)
        {
            fragment.ShouldStartWith($"fragment {name} on ");
            GraphQLDocument.All.Values.Count(document => document.Contains(fragment, StringComparison.Ordinal)).ShouldBeGreaterThan(1, $"{name} belongs into the one document that selects it");
        }
    }

    private static GraphQLReply Failed(string code) =>
        Parse($$"""{ "data": null, "errors": [{ "message": "No.", "extensions": { "code": "{{code}}" } }] }""");

    private static GraphQLReply Parse(string json) => GraphQLReply.Parse(Encoding.UTF8.GetBytes(json));

    private sealed record Thing(Kind Kind, long Position);

    private enum Kind
    {
        WeDid,
        WeCannot,
    }
}
