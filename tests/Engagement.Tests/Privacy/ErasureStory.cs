using Engagement.Common;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.Surveys;
using Engagement.Tests.Integration;

namespace Engagement.Tests.Privacy;

/// <summary>What those who answer for people's records do.</summary>
internal static class ErasureStory
{
    public static readonly CommandContext Decider = new("privacy-officer", ActorId: Guid.Parse("d0000000-0000-4000-8000-000000000001"));
    public static readonly CommandContext Destroyer = new("privacy-officer", ActorId: Guid.Parse("d0000000-0000-4000-8000-000000000002"));

    public static async Task<Guid> JoinAsync(this Platform platform, string need = "A quiet room")
    {
        var participants = platform.Get<ParticipantCommands>();
        var id = await participants.JoinAsync(new Join(AgeBand.Over25), Story.Parent, default);
        await participants.RecordAccessNeedAsync(new RecordAccessNeed(id, need), Story.Parent, default);
        return id;
    }

    public static CommandContext As(Guid person) => new("participant", ActorId: person);

    public static Task<IssuedReceipt> SubmitAsync(this Platform platform, Guid waveId, string key, string words, Guid person) =>
        platform.Responses.SubmitAsync(Story.Response(waveId, key, words) with { ParticipantId = person }, As(person), default);

    public static async Task GrantAsync(this Platform platform, Guid subject, SubjectKind kind = SubjectKind.Participant)
    {
        var privacy = platform.Get<PrivacyCommands>();
        await privacy.RequestErasureAsync(new RequestErasure(subject, kind), As(subject), default);
        await privacy.DecideErasureAsync(new DecideErasure(subject, ErasureOutcome.Granted, ErasureGround.ConsentWithdrawn), Decider, default);
    }

    public static Task DestroyAsync(this Platform platform, Guid subject) =>
        platform.Get<PrivacyCommands>().DestroyKeyAsync(new DestroySubjectKey(subject), Destroyer, default);

    public static async Task EraseAsync(this Platform platform, Guid subject, SubjectKind kind = SubjectKind.Participant)
    {
        await platform.GrantAsync(subject, kind);
        await platform.DestroyAsync(subject);
    }
}
