using Engagement.Common;
using Engagement.InclusionStatements;
using Engagement.Tests.EvidencePacks;
using Engagement.Tests.Integration;

namespace Engagement.Tests.InclusionStatements;

public sealed class WhatIsAdoptedAndChecked : PlatformTest
{
    [Fact]
    public async Task Evidence_waits_for_a_representative_until_they_have_looked_at_it_or_it_is_too_old()
    {
        var (document, claim) = await Platform.EvidenceStatementAsync();

        var item = (await WaitingAsync(Story.Today)).ShouldHaveSingleItem();
        (item.Kind, item.Id, item.Title).ShouldBe(("STATEMENT_EVIDENCE_TO_CHECK", claim, "Keep a forum"));
        (await Platform.Get<StatementReads>().ByClaimsAsync([claim, Guid.NewGuid()], default)).ShouldHaveSingleItem().Value.Id.ShouldBe(document);
        (await WaitingAsync(Story.Today.AddYears(2))).ShouldBeEmpty("nobody can decide on it any more");

        await Platform.Get<StatementCommands>().VerifyAsync(new VerifyStatementEvidence(document, claim, "kent-pact"), PackStory.Parent, default);
        (await WaitingAsync(Story.Today)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Evidence_that_is_disputed_waits_for_those_who_give_evidence_until_it_is_settled()
    {
        var (document, claim) = await Platform.EvidenceStatementAsync();
        (await WaitingAsync(Story.Today, "charter.claim")).ShouldBeEmpty();

        await Platform.Get<StatementCommands>().DisputeAsync(new DisputeStatementEvidence(document, claim, "Nobody was asked", null), PackStory.Parent, default);

        var item = (await WaitingAsync(Story.Today, "charter.claim")).ShouldHaveSingleItem();
        (item.Kind, item.Id, item.Title).ShouldBe(("STATEMENT_EVIDENCE_DISPUTED", claim, "Keep a forum"));
        (await WaitingAsync(Story.Today)).ShouldBeEmpty("a representative has looked at it");

        await Platform.Get<StatementCommands>().WithdrawAsync(new WithdrawStatementEvidence(document, claim, "They are right"), PackStory.Commissioner, default);
        (await WaitingAsync(Story.Today, "charter.claim")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_document_is_adopted_once()
    {
        var (commands, once) = (Platform.Get<StatementCommands>(), PackStory.Commissioner with { IdempotencyKey = "adopt-the-pledge-1" });
        var first = await commands.AdoptAsync(StatementStory.Pledge, once, default);

        (await commands.AdoptAsync(StatementStory.Pledge, once, default)).ShouldBe(first, "a repeat gets the first answer");
        (await Should.ThrowAsync<RuleRefusedException>(() => commands.AdoptAsync(StatementStory.Pledge with { Title = "THE PLEDGE" }, PackStory.Commissioner, default)))
            .Code.ShouldBe("ALREADY_ADOPTED");
        await commands.AdoptAsync(StatementStory.Pledge with { From = Story.Today }, PackStory.Commissioner, default);
        (await Platform.Get<StatementReads>().ListAsync(default)).Count.ShouldBe(2);
    }

    private async Task<IReadOnlyList<WorkItem>> WaitingAsync(DateOnly day, string permission = "charter.verify") =>
        (await Platform.Workbench.ListAsync(new WorkQuery(new WorkAsker(new HashSet<string> { permission }), day), null, 10, default)).Items;
}
