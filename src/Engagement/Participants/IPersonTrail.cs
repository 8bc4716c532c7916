namespace Engagement.Participants;

/// <summary>What one module has recorded of a person. Every module that records something of people adds one of these to the services.</summary>
public interface IPersonTrail
{
    /// <summary>In the order in which it is to be read.</summary>
    /// <param name="person">A participant, or the subject of what somebody said who has no account.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<PersonTrace>> OfAsync(Guid person, CancellationToken cancellationToken);
}
