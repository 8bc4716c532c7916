using Engagement.Common;
using Engagement.Paper;
using Engagement.Surveys;
using Engagement.Tests.Integration;

namespace Engagement.Tests.Paper;

public sealed class FormsOnPaper : PlatformTest
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly CommandContext First = Story.Officer with { ActorId = One };
    private static readonly CommandContext Second = Story.Officer with { ActorId = Guid.NewGuid() };

    protected override bool RunsInBackground => false;

    [Fact]
    public async Task A_form_counts_when_two_have_read_it_alike()
    {
        var (_, wave) = await Platform.OpenAsync();
        (await KeyAsync(wave, "A-1", "agree", First)).State.ShouldBe(PaperFormState.WaitsForCheck);
        (await CountAsync()).ShouldBe(0);

        var differs = await KeyAsync(wave, "a-1", "disagree", Second);
        (differs.State, differs.Differing.Single()).ShouldBe((PaperFormState.Differs, "P1"));
        (await Platform.PaperReads.WaitingAsync(wave, null, 10, default)).Items.Single().Differing.ShouldBe(["P1"]);

        var done = await KeyAsync(wave, "A-1", "agree", Second);
        (done.State, done.Reference).ShouldBe((PaperFormState.Checked, done.Reference.ShouldNotBeNull()));
        (await CountAsync()).ShouldBe(1);
        (await Platform.PaperReads.WaitingAsync(wave, null, 10, default)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_who_type_in_a_form_at_once_two_are_heard_and_the_others_are_told_why_not()
    {
        var (_, wave) = await Platform.OpenAsync();

        var typed = Enumerable.Range(0, 4).Select(_ => KeyAsync(wave, "A-1", "agree", Story.Officer with { ActorId = Guid.NewGuid() })).ToArray();
        var refused = 0;
        foreach (var one in typed)
        {
            try
            {
                await one;
            }
            catch (RuleRefusedException refusal) when (refusal.Code == "PAPER_ALREADY_CHECKED")
            {
                refused++;
            }
        }

        refused.ShouldBe(2);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_on_a_form_is_sealed()
    {
        var (_, wave) = await Platform.OpenAsync();
        await KeyAsync(wave, "A-1", "agree", First, "Zebra crossing");
        await KeyAsync(wave, "A-1", "agree", Second, "Zebra crossing");

        (await Platform.ScalarAsync<string>("select string_agg(data::text, '') from mt_events")).ShouldNotContain("Zebra");
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'view_captured_v2'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_is_taken_whole_and_once()
    {
        var (_, wave) = await Platform.OpenAsync();
        var file = $"form,received,P1,change\nA-1,{Story.Today:yyyy-MM-dd},agree,More staff\nA-2,{Story.Today:yyyy-MM-dd},disagree,\n";

        (await Platform.Paper.ImportAsync(new ImportPaperBatch(wave, file, One), Second, default)).Taken.ShouldBe(2);
        var events = await Platform.CountEventsAsync();
        (await Platform.Paper.ImportAsync(new ImportPaperBatch(wave, file, One), Second, default)).Taken.ShouldBe(2);

        (await Platform.CountEventsAsync()).ShouldBe(events);
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_form_that_came_with_a_file_is_not_typed_in_again()
    {
        var (_, wave) = await Platform.OpenAsync();
        await Platform.Paper.ImportAsync(new ImportPaperBatch(wave, $"form,received,P1\nA-1,{Story.Today:yyyy-MM-dd},agree\n", One), Second, default);
        var events = await Platform.CountEventsAsync();

        (await Should.ThrowAsync<RuleRefusedException>(() => KeyAsync(wave, "a-1", "agree", First))).Code.ShouldBe("PAPER_ALREADY_CHECKED");

        (await Platform.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task A_file_with_anything_wrong_is_not_taken_and_says_all_of_it()
    {
        var (_, wave) = await Platform.OpenAsync();
        await KeyAsync(wave, "A-3", "agree", First);
        var day = Story.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var events = await Platform.CountEventsAsync();

        var report = await Platform.Paper.ImportAsync(
            new ImportPaperBatch(wave, $"form,received,P1\nA-1,{day},agree\nA-1,{day},agree\nA-2,{day},\nA-3,{day},agree\nA-4,{day},perhaps\n", One),
            Second,
            default);

        report.Taken.ShouldBe(0);
        report.Problems.Select(p => (p.Row, p.Column, p.Problem)).ShouldBe(
        [
            (3, "form", "This form is in the file twice"),
            (4, "P1", "Select an answer"),
            (5, "form", "This form has been typed in already"),
            (6, "P1", "There is no such answer to this question"),
        ]);
        (await Platform.CountEventsAsync()).ShouldBe(events);
    }

    private Task<PaperOutcome> KeyAsync(Guid wave, string number, string option, CommandContext by, string words = "") => Platform.Paper.KeyAsync(
        new KeyPaperForm(wave, number, new PaperSheet(Story.Today, new FilledForm([new("P1", option, null), new("change", null, words)]))), by, default);

    private Task<long> CountAsync() => Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'response_submitted_v2'");
}
