using GraphQL.Language;
using GraphQL.Validation;

namespace GraphQL.Tests.Validation;

public sealed class ValidationLimits
{
    [Fact]
    public void Errors_beyond_the_limit_are_left_out_and_that_is_said()
    {
        var errors = Panel.Validate("{ a b c d e f g h }");

        errors.Count.ShouldBe(6);
        errors[^1].Code.ShouldBe(ValidationErrorCodes.ErrorLimit);
        Panel.Validate("{ a b c d e }").Count.ShouldBe(5);
    }

    [Fact]
    public void Two_thousand_fields_of_one_name_stop_at_the_limit_of_comparisons() =>
        Codes("{ theme {" + Repeat(" id", 2_000) + " } }").ShouldBe([ValidationErrorCodes.FieldMergeLimit]);

    [Fact]
    public void Fragments_that_double_and_double_are_refused()
    {
        var document = "{ theme { ...F0 } }"
            + string.Concat(Enumerable.Range(0, 60).Select(i => $" fragment F{i} on Theme {{ a: parent {{ ...F{i + 1} }} b: parent {{ ...F{i + 1} }} }}"))
            + " fragment F60 on Theme { id }";

        Codes(document).ShouldContain(ValidationErrorCodes.FragmentVisitLimit);
    }

    [Theory]
    [InlineData(8, "NO_FRAGMENT_CYCLES")]
    [InlineData(44, ValidationErrorCodes.FragmentVisitLimit)]
    public void Fragments_that_all_spread_one_another_are_refused_in_bounded_work(int count, string code)
    {
        var spreads = string.Concat(Enumerable.Range(0, count).Select(i => $" ...F{i}"));
        var document = "{ theme { ...F0 } }" + string.Concat(Enumerable.Range(0, count).Select(i => $" fragment F{i} on Theme {{ parent {{{spreads} }} }}"));

        Codes(document).ShouldContain(code);
    }

    [Fact]
    public void A_chain_of_fragments_may_not_nest_deeper_than_a_document_may()
    {
        string Chain(int length) => "{ theme { ...F0 } }"
            + string.Concat(Enumerable.Range(0, length).Select(i => $" fragment F{i} on Theme {{ parent {{ ...F{i + 1} }} }}"))
            + $" fragment F{length} on Theme {{ id }}";

        Codes(Chain(90)).ShouldBeEmpty();
        Codes(Chain(1_000)).ShouldBe([ValidationErrorCodes.DepthLimit]);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_fragments_does_not_end_the_process()
    {
        const int length = 100_000;
        var document = "{ theme { ...F0 } }"
            + string.Concat(Enumerable.Range(0, length).Select(i => $" fragment F{i} on Theme {{ ...F{i + 1} }}"))
            + $" fragment F{length} on Theme {{ id }}";

        Codes(document).ShouldBe([ValidationErrorCodes.DepthLimit]);
    }

    [Fact]
    public void Many_operations_that_share_many_fragments_stop_at_the_limit_of_visits()
    {
        var chain = string.Concat(Enumerable.Range(0, 150).Select(i => $" fragment F{i} on Query {{ ...F{i + 1} }}")) + " fragment F150 on Query { theme(id: $a) { id } }";
        var operations = string.Concat(Enumerable.Range(0, 500).Select(i => $" query Q{i}($a: ID) {{ ...F0 }}"));

        Codes(operations + chain).ShouldBe([ValidationErrorCodes.FragmentVisitLimit]);
    }

    [Fact]
    public void A_mistake_in_a_huge_value_is_told_in_a_short_answer()
    {
        var fields = string.Concat(Enumerable.Range(0, 20_000).Select(i => $" nope{i}: 1"));

        var errors = Panel.Validate("{ search(where: {" + fields + " }) { id } }");

        errors.Sum(error => error.Message.Length).ShouldBeLessThan(2_000);
    }

    [Fact]
    public void A_variable_declared_ten_thousand_times_has_a_bounded_number_of_places()
    {
        var document = "query (" + Repeat(" $a: ID", 10_000) + ") { theme(id: $a) { id } }";

        Panel.Validate(document).ShouldHaveSingleItem().Locations!.Count.ShouldBe(100);
    }

    [Fact]
    public void Any_document_the_parser_accepts_can_be_validated()
    {
        var random = new Random(31);
        string[] words = ["theme", "id", "entry(id: 1)", "{", "}", "{", "}", "...F", "... on Entry", "@skip(if: true)", "a:", "fragment F on Theme", "query ($a: ID = 1)", "title", "(with: {text: $a})", "answer"];
        var accepted = 0;
        for (var i = 0; i < 30_000; i++)
        {
            var document = "{ " + string.Join(' ', Enumerable.Range(0, random.Next(2, 14)).Select(_ => words[random.Next(words.Length)])) + " }";
            try
            {
                GraphQLParser.Parse(document);
            }
            catch (GraphQLSyntaxException)
            {
                continue;
            }

            accepted++;
            Panel.Validate(document).ShouldAllBe(error => error.Code != null);
        }

        accepted.ShouldBeGreaterThan(100);
    }

    private static IEnumerable<string?> Codes(string document) => Panel.Validate(document, new ValidationOptions { MaxErrors = 100 }).Select(error => error.Code).Distinct();

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
