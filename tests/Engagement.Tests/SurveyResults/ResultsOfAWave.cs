using Engagement.Common;
using Engagement.SurveyResults;
using Engagement.Surveys;
using Engagement.Tests.Integration;
using FsCheck.Fluent;

namespace Engagement.Tests.SurveyResults;

public sealed class ResultsOfAWave : PlatformTest
{
    private const string Counts = "select coalesce(jsonb_agg(to_jsonb(c) order by c), '[]')::text from engagement.answer_counts c";

    [Fact]
    public async Task Own_voice_and_proxy_and_each_audience_stand_apart()
    {
        var (_, wave) = await Platform.OpenAsync();
        await SubmitAsync(wave, "a", "agree");
        await SubmitAsync(wave, "b", "agree", proxy: true);
        await SubmitAsync(wave, "c", "agree", audience: Audience.YoungPeople);
        await Platform.CatchUpAsync();

        var voices = await Platform.Results.WaveAsync(wave, default);

        voices.Select(v => (v.Voice, v.Responses)).ShouldBe(
            [(new Voice(null, false), 1), (new Voice(null, true), 1), (new Voice(Audience.YoungPeople, false), 1)]);
    }

    [Fact]
    public async Task What_was_changed_counts_as_it_is_now_and_what_was_taken_back_does_not()
    {
        var (_, wave) = await Platform.OpenAsync();
        var kept = await SubmitAsync(wave, "kept", "agree");
        var changed = await SubmitAsync(wave, "changed", "agree");
        var withdrawn = await SubmitAsync(wave, "withdrawn", "agree");
        var voided = await SubmitAsync(wave, "voided", "disagree");
        await Platform.CatchUpAsync();
        await Platform.Responses.AmendAsync(new AmendResponse(changed.Reference, changed.Secret, Form("neither")), Story.Parent, default);
        await Platform.Responses.WithdrawAsync(new WithdrawResponse(withdrawn.Reference, withdrawn.Secret), Story.Parent, default);
        await Platform.Responses.VoidAsync(new VoidResponse(voided.ResponseId, VoidReason.Duplicate), Story.Officer, default);
        await Platform.CatchUpAsync();

        var voice = (await Platform.Results.ExactAsync(wave, default)).Single();

        voice.Responses.ShouldBe(2);
        (voice.Of("P1", "agree"), voice.Of("P1", "neither"), voice.Of("P1", "disagree"), voice.Answered("P1")).ShouldBe((1, 1, 0, 2));
        kept.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_question_is_broken_down_by_what_is_known_of_who_answered()
    {
        var (_, wave) = await Platform.OpenAsync();
        await SubmitAsync(wave, "a", "agree", channel: Channel.Api);
        for (var i = 0; i < 6; i++)
            await SubmitAsync(wave, $"b{i}", "agree");

        await Platform.CatchUpAsync();
        var shown = (await Platform.Results.BreakdownAsync(wave, "P1", Breakdown.Channel, default)).Single();

        shown.Groups.ShouldBe(["Api", "Web"]);
        shown.Table.ShouldNotBeNull().Total.ShouldBe(7);
        shown.Table.ColumnTotals[0].ShouldBeNull();
        var refused = await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.Results.BreakdownAsync(wave, "change", Breakdown.Channel, default));
        refused.Message.ShouldBe("Choose a question that is answered with one option");
    }

    [Fact]
    public async Task Whatever_people_do_the_counts_are_those_of_what_stands_and_the_same_when_built_again()
    {
        var (_, wave) = await Platform.OpenAsync();
        var acts = Gen.Choose(0, 4).ArrayOf(60).Sample(1, 1)[0];
        var options = new[] { "agree", "neither", "disagree" };
        var standing = new Dictionary<IssuedReceipt, string>();
        for (var i = 0; i < acts.Length; i++)
        {
            var option = options[i % options.Length];
            var someone = standing.Keys.OrderBy(r => r.Reference, StringComparer.Ordinal).FirstOrDefault();
            switch (acts[i])
            {
                case 2 when someone is not null:
                    await Platform.Responses.AmendAsync(new AmendResponse(someone.Reference, someone.Secret, Form(option)), Story.Parent, default);
                    standing[someone] = option;
                    break;
                case 3 when someone is not null:
                    await Platform.Responses.WithdrawAsync(new WithdrawResponse(someone.Reference, someone.Secret), Story.Parent, default);
                    standing.Remove(someone);
                    break;
                case 4 when someone is not null:
                    await Platform.Responses.VoidAsync(new VoidResponse(someone.ResponseId, VoidReason.Test), Story.Officer, default);
                    standing.Remove(someone);
                    break;
                default:
                    standing.Add(await SubmitAsync(wave, $"key {i}", option), option);
                    break;
            }
        }

        await Platform.CatchUpAsync();
        var voices = await Platform.Results.ExactAsync(wave, default);
        foreach (var option in options)
            voices.Sum(v => v.Of("P1", option)).ShouldBe(standing.Values.Count(o => o == option), string.Join(' ', acts));

        voices.Sum(v => v.Responses).ShouldBe(standing.Count);
        var live = await Platform.ScalarAsync<string>(Counts);
        await Platform.Daemon.RebuildProjectionAsync("AnswerCounts");
        (await Platform.ScalarAsync<string>(Counts)).ShouldBe(live);
    }

    private Task<IssuedReceipt> SubmitAsync(
        Guid wave, string key, string option, bool proxy = false, Audience? audience = null, Channel channel = Channel.Web) =>
        Platform.Responses.SubmitAsync(
            new SubmitResponse(wave, key, Form(option).Answers, proxy, channel) { Audience = audience }, Story.Parent, default);

    private static FilledForm Form(string option) => new([new GivenAnswer("P1", option, null), new GivenAnswer("phase", "primary", null)]);
}
