namespace Engagement.Feedback;

/// <summary>What somebody wrote with their answer, in clear, for officers.</summary>
/// <param name="Answer">Whether it answers them.</param>
/// <param name="Text">What they wrote.</param>
/// <param name="At">When.</param>
/// <param name="ConsultationId">The consultation of what they had said; null outside any.</param>
public sealed record ConfirmationComment(ConfirmationAnswer Answer, string Text, DateTimeOffset At, Guid? ConsultationId) : IReading
{
    /// <summary>The version of the loop that it came with: its place among the comments.</summary>
    public required int Version { get; init; }
}
