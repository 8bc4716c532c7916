using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Surveys;

/// <summary>One person's answers. What they wrote in their own words is not here: each such answer is a view, named by its id.</summary>
/// <param name="WaveId">The survey.</param>
/// <param name="ConsultationId">The consultation it was part of, if any.</param>
/// <param name="InstrumentId">Whose questions were asked.</param>
/// <param name="InstrumentVersion">In which version: answers go on meaning what they meant.</param>
/// <param name="SubjectId">Whose key the words are sealed with.</param>
/// <param name="Reference">As on the receipt.</param>
/// <param name="SecretHash">Of the receipt's secret.</param>
/// <param name="Channel">How it reached us.</param>
/// <param name="Content">What was answered.</param>
/// <param name="LateBecause">Why it was accepted after the survey had closed; null for one in time.</param>
/// <param name="SubmittedAt">When the person gave it.</param>
[EventVersion(2)]
public sealed record ResponseSubmitted(
    Guid WaveId,
    Guid? ConsultationId,
    Guid InstrumentId,
    int InstrumentVersion,
    Guid SubjectId,
    string Reference,
    string SecretHash,
    Channel Channel,
    ResponseContent Content,
    string? LateBecause,
    DateTimeOffset SubmittedAt);

/// <summary>What the person said of themselves, sealed: it cannot be read with the answers. Null takes it back.</summary>
public sealed record AboutYouGiven(PersonalText? Answers);

/// <summary>The person changed their answers before the survey closed. This is now all of them, to the version that was asked then.</summary>
public sealed record ResponseAmended(int InstrumentVersion, ResponseContent Content, DateTimeOffset AmendedAt);

/// <summary>The person took their answers back.</summary>
/// <param name="StaysInTotals">Whether they came after figures with them were published: then they stay counted, and only the words go.</param>
public sealed record ResponseWithdrawn(bool StaysInTotals);

/// <summary>An officer took a response out of all figures.</summary>
public sealed record ResponseVoided(VoidReason Reason);

/// <summary>The response was on paper: who typed it in, and who else checked that by typing it in again.</summary>
public sealed record PaperResponseKeyed(Guid By, Guid CheckedBy);
