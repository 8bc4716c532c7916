using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Consultations;
using GraphQL;

namespace Engagement.Api.Consultations;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class ConsultationDateMutations
{
    /// <summary>Keep the consultation open for longer. A closing date never moves earlier.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> ExtendClosingDateAsync(
        [Spread, ID<ConsultationPage>(nameof(ExtendClosingDate.ConsultationId))] ExtendClosingDate command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ExtendClosingDateAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Put right a closing date that was recorded wrongly, also after the close. People may have relied on either, so the later one holds.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> CorrectClosingDateAsync(
        [Spread, ID<ConsultationPage>(nameof(CorrectClosingDate.ConsultationId))] CorrectClosingDate command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CorrectClosingDateAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Stop answers for a time, from today. It opens again when it is resumed, not by itself.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> PauseConsultationAsync(
        [Spread, ID<ConsultationPage>(nameof(PauseConsultation.ConsultationId))] PauseConsultation command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PauseAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Take answers again after a pause. People are given back its days.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> ResumeConsultationAsync(
        [Spread, ID<ConsultationPage>(nameof(ResumeConsultation.ConsultationId))] ResumeConsultation command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ResumeAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Record that the consultation has run its time. It closes by itself; this only notes it in its history.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> CloseConsultationAsync(
        [Spread, ID<ConsultationPage>(nameof(CloseConsultation.ConsultationId))] CloseConsultation command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CloseAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Let answers on paper count that come after the close, up to a day.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> AcceptLateSubmissionsAsync(
        [Spread, ID<ConsultationPage>(nameof(AcceptLateSubmissions.ConsultationId))] AcceptLateSubmissions command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AcceptLateSubmissionsAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }
}
