using System.Text.Json.Nodes;
using Engagement.Common;
using Engagement.Forums;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.SignIn;
using Engagement.Surveys;
using Engagement.Tests.Integration;

namespace Engagement.Tests.Privacy;

public sealed class WhatAPersonIsGiven : PlatformTest
{
    private SubjectExports Exports => Platform.Get<SubjectExports>();

    [Fact]
    public async Task Everything_that_is_held_of_them_and_nothing_of_anybody_else()
    {
        var (_, wave) = await Platform.OpenAsync();
        var (_, topic) = await Platform.PublishTopicAsync();
        var person = await Platform.JoinAsync("A <quiet> room");
        await Platform.Get<ParticipantCommands>().GivePermissionAsync(
            new GivePermission(person, Permission.Contact, PermissionGiver.Self), Story.Parent, default);
        await Platform.SubmitAsync(wave, "a", "We wait for a plan", person);
        await Platform.SubmitAsync(wave, "b", "Somebody else waits");
        var others = await Platform.PostShownAsync(topic, "What somebody else wrote", ForumStories.OtherParent);
        await Platform.PostAsync(topic, "What they wrote", ErasureStory.As(person));
        await Platform.Get<ContributionCommands>().SupportAsync(new SupportContribution(others.Id), ErasureStory.As(person), default);
        await Platform.Get<PrivacyCommands>().RequestErasureAsync(
            new RequestErasure(person, SubjectKind.Participant), ErasureStory.As(person), default);
        await Platform.Get<PrivacyCommands>().SetHoldAsync(
            new SetSafeguardingHold(person, Story.Today.AddDays(9), "A worry nobody may read"), ForumStories.SafeguardingLead, default);
        await Platform.CatchUpAsync();

        var export = (await Exports.FindAsync(await Exports.MakeAsync(new(person), Story.Parent, default), person, default)).ShouldNotBeNull();

        var records = JsonNode.Parse(export.Json)!["records"]!.AsArray();
        records.Select(record => record!["what"]!.GetValue<string>()).ShouldBe(
            [
                "What you told us about yourself, and what you allow",
                "Your answers to a survey",
                "What you wrote in answer to a question, and what became of it",
                "What you wrote in a forum, and how it was moderated",
                "What you supported in a forum",
                "What you asked us to erase",
            ],
            ignoreOrder: true);
        foreach (var words in new[] { "We wait for a plan", "What they wrote" })
        {
            export.Json.ShouldContain(words);
            export.Html.ShouldContain(words);
        }

        export.Html.ShouldContain("A &lt;quiet&gt; room");
        export.Html.ShouldContain("<h1>What we hold about you</h1>");
        foreach (var words in new[] { "Somebody else", "somebody else wrote", "A worry", "Cipher", "SecretHash", others.AuthorId.ToString() })
            export.Json.ShouldNotContain(words);

        (await Platform.FindAsync("A <quiet> room")).ShouldBeEmpty("the export is sealed where it is kept");
    }

    [Fact]
    public async Task The_address_they_sign_in_with_is_among_it()
    {
        var links = Platform.Get<SignInLinks>();
        var browser = await links.AskAsync("parent@example.test", isOwnDevice: false, returnTo: null, default);
        var link = await Platform.ScalarAsync<Guid>("select id from engagement.sign_in_links");
        var letter = (await links.FindLetterAsync(link, default)).ShouldNotBeNull();
        await links.FollowAsync(letter.Token, browser, default);
        var person = (await links.JoinAsync(AgeBand.Over25, browser, default)).Participant!.Value;

        var export = (await Exports.FindAsync(await Exports.MakeAsync(new(person), Story.Parent, default), person, default)).ShouldNotBeNull();

        JsonNode.Parse(export.Json)!["emailAddress"]!.GetValue<string>().ShouldBe("parent@example.test");
        export.Html.ShouldContain("parent@example.test");
        (await Platform.FindAsync("parent@example.test")).ShouldBeEmpty("the export is sealed where it is kept");
    }

    [Fact]
    public async Task It_is_theirs_alone_and_gone_after_14_days_or_with_their_key()
    {
        var (person, other) = (await Platform.JoinAsync(), await Platform.JoinAsync());
        var id = await Exports.MakeAsync(new(person), Story.Parent, default);
        (await Exports.FindAsync(id, other, default)).ShouldBeNull();

        await RestartAsync(runsInBackground: false, new SetClock(TimeProvider.System.GetUtcNow().AddDays(14)));
        (await Exports.FindAsync(id, person, default)).ShouldBeNull();

        var again = await Exports.MakeAsync(new(person), Story.Parent, default);
        await Platform.EraseAsync(person);
        (await Exports.FindAsync(again, person, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_only_a_receipt_is_given_theirs()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", "We wait for a plan");
        var subject = await Platform.Get<ReceiptReads>().SubjectOfAsync(receipt.ResponseId, default);

        var export = (await Exports.FindAsync(await Exports.MakeAsync(new(subject), Story.Parent, default), subject, default)).ShouldNotBeNull();

        export.Json.ShouldContain("We wait for a plan");
        await Should.ThrowAsync<ThingNotFoundException>(() => Exports.MakeAsync(new(Guid.NewGuid()), Story.Parent, default));
    }
}
