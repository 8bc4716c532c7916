using Engagement.Common;
using Engagement.Consultations;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.Questionnaires;

namespace Engagement.Tests.Surveys;

public sealed class WhenOfferingARendition : Spec<Instrument>
{
    private static readonly Guid Author = Guid.Parse("22222222-2222-4222-8222-222222222222");
    private static readonly Guid Reader = Guid.Parse("33333333-3333-4333-8333-333333333333");
    private static readonly RenditionName EasyRead = new(RenditionKind.EasyRead, "en");
    private static readonly RenditionName Panjabi = new(RenditionKind.Translation, "pa");
    private static readonly RenditionName Paper = new(RenditionKind.Paper, "en");
    private static readonly RenditionAuthor Officer = new("Participation officer", Author);

    private static readonly object[] Draft = [Drafted, Section("school"), Statement("P1", section: "school"), Choice("phase", "school")];

    private static readonly RenderedItem[] EasyWords =
    [
        new("school", "School", null, [], null),
        new("P1", "School helps my child", "Think of this year", [], "agreement-3-easy-read"),
        new("phase", "Which school?", null, [], null),
    ];

    private static readonly object[] Written = [.. Draft, new RenditionWritten(EasyRead, 1, EasyWords, Officer)];
    private static readonly object[] Approved = [.. Written, new RenditionEquivalenceApproved(EasyRead, 1, "Youth reader", Reader)];

    [Fact]
    public void it_gives_words_by_the_key_of_each_question_and_section() =>
        Given(Draft).When(Write(EasyRead, EasyWords)).Then(new RenditionWritten(EasyRead, 1, EasyWords, Officer));

    [Fact]
    public void people_see_the_same_questions_in_other_words_and_on_its_scale()
    {
        var instrument = Instruments.After(Written);
        var rendered = instrument.FindRendition(EasyRead, 1).ShouldNotBeNull().Render(instrument.Draft!);

        rendered.Questions.Select(q => (q.Key, q.Text)).ShouldBe([("P1", "School helps my child"), ("phase", "Which school?")]);
        rendered.Questions[0].Scale.ShouldBe("agreement-3-easy-read");
        rendered.Questions[0].Options.Select(o => o.Key).ShouldBe(["easy-agree", "easy-neither", "easy-disagree", "not-sure"]);
        rendered.Questions[1].Options.ShouldBe(YesNo);
        rendered.Sections.ShouldHaveSingleItem().Title.ShouldBe("School");
    }

    [Fact]
    public void what_has_no_words_yet_is_listed()
    {
        var instrument = Instruments.After([.. Draft, new RenditionWritten(EasyRead, 1, [EasyWords[1]], Officer)]);

        instrument.FindRendition(EasyRead, 1).ShouldNotBeNull().Untranslated(instrument.Draft!).ShouldBe(["school", "phase"]);
    }

    [Fact]
    public void a_changed_question_needs_its_words_again_and_the_approval_is_void()
    {
        var instrument = Instruments.After([.. Approved, new QuestionChanged(Statement("P1", "I am certain", "school").Question)]);

        var rendition = instrument.FindRendition(EasyRead, 1).ShouldNotBeNull();
        rendition.Untranslated(instrument.Draft!).ShouldBe(["P1"]);
        rendition.ApprovedByRole.ShouldBeNull();
    }

    [Fact]
    public void new_words_bring_it_up_to_date()
    {
        var instrument = Instruments.After(
            [.. Approved, new QuestionChanged(Statement("P1", "I am certain", "school").Question), new RenditionWritten(EasyRead, 1, [EasyWords[1]], Officer)]);

        instrument.FindRendition(EasyRead, 1).ShouldNotBeNull().Untranslated(instrument.Draft!).ShouldBeEmpty();
    }

    [Fact]
    public void someone_other_than_its_author_approves_it() =>
        Given(Written).When(Approve(EasyRead, "Youth reader", Reader)).Then(new RenditionEquivalenceApproved(EasyRead, 1, "Youth reader", Reader));

    [Fact]
    public void its_author_does_not_in_whatever_role() =>
        Given(Written)
            .When(Approve(EasyRead, "Youth reader", Author))
            .ThenRefused("APPROVER_IS_AUTHOR", "Ask someone who did not write these words to approve them", "approvedByRole");

    [Theory]
    [InlineData("participation OFFICER", false)]
    [InlineData("Youth reader", true)]
    public void where_the_person_is_not_known_it_is_another_role(string role, bool mayApprove)
    {
        var outcome = Given(Written).When(Approve(EasyRead, role, person: null));

        if (mayApprove)
            outcome.Then(new RenditionEquivalenceApproved(EasyRead, 1, role, null));
        else
            outcome.ThenRefused("APPROVER_IS_AUTHOR");
    }

    [Fact]
    public void none_of_its_authors_approves_it() =>
        Given([.. Written, new RenditionWritten(EasyRead, 1, [EasyWords[2]], new RenditionAuthor("Speech therapist", Reader))])
            .When(Approve(EasyRead, "Youth reader", Reader))
            .ThenRefused("APPROVER_IS_AUTHOR");

    [Fact]
    public void it_is_approved_by_a_named_role() =>
        Given(Written)
            .When(Approve(EasyRead, " ", Reader))
            .ThenRefused("APPROVAL_MISSING", "Enter the role that approved this version", "approvedByRole");

    [Fact]
    public void it_is_approved_whole() =>
        Given([.. Draft, new RenditionWritten(EasyRead, 1, [EasyWords[1]], Officer)])
            .When(Approve(EasyRead, "Youth reader", Reader))
            .ThenRefused("RENDITION_INCOMPLETE", "Enter the words of what is still missing: school, phase", "rendition");

    [Fact]
    public void it_is_approved_once() => Given(Approved).When(Approve(EasyRead, "Youth reader", Reader)).ThenNothing();

    [Fact]
    public void paper_in_english_has_the_words_of_the_questions() =>
        Given(Draft).When(Approve(Paper, "Print officer", Reader)).Then(new RenditionEquivalenceApproved(Paper, 1, "Print officer", Reader));

    [Fact]
    public void other_words_after_the_approval_need_another()
    {
        Instruments.After([.. Approved, new RenditionWritten(EasyRead, 1, [EasyWords[2]], Officer)])
            .FindRendition(EasyRead, 1).ShouldNotBeNull().ApprovedByRole.ShouldBeNull();
    }

    [Fact]
    public void a_translation_of_a_published_version_may_come_later_and_is_final_once_approved()
    {
        Given([.. Draft, Published()]).When(Write(EasyRead, EasyWords)).Then(new RenditionWritten(EasyRead, 1, EasyWords, Officer));
        Given([.. Approved, Published()])
            .When(Write(EasyRead, EasyWords[0]))
            .ThenRefused("RENDITION_APPROVED", "These words have been approved. Make a new version for the next wave to change them");
    }

    [Fact]
    public void a_new_version_begins_with_the_words_of_the_last_and_without_its_approval()
    {
        var instrument = Instruments.After([.. Approved, Published(), new NewVersionDrafted(2)]);

        instrument.FindRendition(EasyRead, 1).ShouldNotBeNull().ApprovedByRole.ShouldBe("Youth reader");
        var next = instrument.FindRendition(EasyRead, 2).ShouldNotBeNull();
        next.ApprovedByRole.ShouldBeNull();
        next.Untranslated(instrument.Draft!).ShouldBeEmpty();
    }

    [Fact]
    public void the_words_of_a_draft_that_was_given_up_are_gone()
    {
        var instrument = Instruments.After([.. Approved, Published(), new NewVersionDrafted(2), new DraftDiscarded(2)]);

        instrument.FindRendition(EasyRead, 2).ShouldBeNull();
        instrument.FindRendition(EasyRead, 1).ShouldNotBeNull().ApprovedByRole.ShouldBe("Youth reader");
    }

    [Fact]
    public void an_edit_of_the_draft_leaves_the_published_renditions_as_they_are() =>
        Instruments.After([.. Approved, Published(), new NewVersionDrafted(2), new QuestionRemoved("P1")])
            .FindRendition(EasyRead, 1).ShouldNotBeNull().Items.Count.ShouldBe(3);

    [Fact]
    public void a_translation_translates_the_answers_too() =>
        Given(Draft)
            .When(Write(Panjabi, new RenderedItem("phase", "ਕਿਹੜਾ?", null, [], null)))
            .ThenRefused("OPTION_LABEL_MISSING", "Translate each answer that can be chosen", "phase");

    [Fact]
    public void it_has_the_answers_of_the_question() =>
        Given(Draft)
            .When(Write(Panjabi, new RenderedItem("phase", "ਕਿਹੜਾ?", null, [new("yes", "ਹਾਂ"), new("maybe", "ਸ਼ਾਇਦ")], null)))
            .ThenRefused("OPTIONS_DIFFER", "Give the same answers in the same order as in the question, in other words", "phase");

    [Fact]
    public void only_easy_read_has_another_scale() =>
        Given(Draft)
            .When(Write(Panjabi, EasyWords[1]))
            .ThenRefused("SCALE_NOT_ALLOWED", "Only an Easy Read version may have another scale", "P1");

    [Theory]
    [InlineData("P1", "satisfaction-3-easy-read")]
    [InlineData("phase", "agreement-3-easy-read")]
    public void it_is_a_scale_of_the_same_kind(string key, string scale) =>
        Given(Draft).When(Write(EasyRead, new RenderedItem(key, "Words", null, [], scale))).ThenRefused("SCALE_UNKNOWN");

    [Fact]
    public void a_question_that_others_depend_on_keeps_its_scale() =>
        Given([.. Draft, Choice("why", "school", After("P1", "disagree"))])
            .When(Write(EasyRead, EasyWords[1]))
            .ThenRefused("SCALE_NOT_ALLOWED", "Other questions are shown after an answer to this one, so it keeps its scale", "P1");

    [Fact]
    public void it_is_for_questions_that_are_there()
    {
        Given(Draft).When(Write(EasyRead, new RenderedItem("P9", "Words", null, [], null))).ThenRefused("ITEM_UNKNOWN");
        Given(Draft).When(Write(EasyRead)).ThenRefused("ITEMS_MISSING");
        Given(Draft).When(Write(EasyRead, EasyWords[0], EasyWords[0])).ThenRefused("ITEM_GIVEN_TWICE");
        Given(Draft).When(Write(EasyRead, EasyWords[0] with { Text = " " })).ThenRefused("QUESTION_TEXT_MISSING");
        Given(Draft).When(i => WriteRendition.Decide(new WriteRendition(Id, EasyRead, 2, EasyWords), i, Officer)).ThenRefused("INSTRUMENT_VERSION_MISSING");
    }

    [Fact]
    public void words_and_answers_have_symbols_beside_them()
    {
        RenderedItem[] items =
        [
            EasyWords[0] with { Symbol = "school" },
            EasyWords[1] with { Symbol = "help", OptionSymbols = [new("easy-agree", "yes"), new("not-sure", "not-sure")] },
            EasyWords[2],
        ];
        var written = new RenditionWritten(EasyRead, 1, items, Officer);

        Given(Draft).When(Write(EasyRead, items)).Then(written);

        var instrument = Instruments.After([.. Draft, written]);
        var rendered = instrument.FindRendition(EasyRead, 1).ShouldNotBeNull().Render(instrument.Draft!);
        rendered.Sections.ShouldHaveSingleItem().Symbol.ShouldBe("school");
        rendered.Questions.Select(q => (q.Symbol, q.OptionSymbols.Count)).ShouldBe([("help", 2), (null, 0)]);
    }

    [Fact]
    public void only_easy_read_has_symbols() => Given(Draft)
        .When(Write(Panjabi, EasyWords[0] with { Symbol = "school" }))
        .ThenRefused("SYMBOL_NOT_ALLOWED", "Only an Easy Read version may have symbols", "school");

    [Theory]
    [InlineData("School")]
    [InlineData("a school")]
    [InlineData("school-")]
    [InlineData("../school")]
    [InlineData("a-name-that-is-longer-than-the-sixty-characters-it-may-have-x")]
    public void a_symbol_has_a_plain_name(string symbol) => Given(Draft)
        .When(Write(EasyRead, EasyWords[0] with { Symbol = symbol }))
        .ThenRefused(
            "SYMBOL_INVALID", "Name a symbol in small letters, digits and hyphens, such as school, with 60 characters or fewer", "school");

    [Theory]
    [InlineData("maybe", "no")]
    [InlineData("yes", "yes")]
    public void a_symbol_belongs_to_an_answer_that_is_there_and_has_no_other(string one, string other) => Given(Draft)
        .When(Write(EasyRead, EasyWords[2] with { OptionSymbols = [new(one, "school"), new(other, "help")] }))
        .ThenRefused("SYMBOL_WITHOUT_ANSWER", "Give a symbol to an answer of this question, one to each at most", "phase");

    [Theory]
    [InlineData(RenditionKind.Translation, "Panjabi", "LANGUAGE_INVALID")]
    [InlineData(RenditionKind.Translation, "en", "LANGUAGE_STANDARD")]
    [InlineData(RenditionKind.Standard, "en", "RENDITION_STANDARD")]
    public void it_is_another_form_or_language(RenditionKind kind, string language, string code) =>
        Given(Draft).When(Write(new RenditionName(kind, language), EasyWords)).ThenRefused(code);

    private static Func<Instrument, Decision> Write(RenditionName name, params RenderedItem[] items) =>
        instrument => WriteRendition.Decide(new WriteRendition(Id, name, 1, items), instrument, Officer);

    private static Func<Instrument, Decision> Approve(RenditionName name, string role, Guid? person) =>
        instrument => ApproveRendition.Decide(new ApproveRendition(Id, name, 1, role), instrument, person);
}
