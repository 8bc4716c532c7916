namespace Engagement.Common;

public sealed class ThingNotFoundException(string thing, Guid id)
    : EngagementException("NOT_FOUND", $"There is no {thing} with this id. Check the id, or go back to the list.")
{
    public string Thing { get; } = thing;

    public Guid Id { get; } = id;
}
