namespace Engagement.Participants;

/// <summary>Where one module writes to a person. What it gives is part of what they are shown of themselves.</summary>
public interface IPersonAddresses
{
    /// <summary>Without repeats; none where nothing is sent to them.</summary>
    /// <param name="person">A participant, or the subject of what somebody said who has no account.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<string>> OfAsync(Guid person, CancellationToken cancellationToken);
}
