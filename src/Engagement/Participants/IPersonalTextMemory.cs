namespace Engagement.Participants;

/// <summary>Something that holds, in the memory of each process, what people said or what was made of it. Told in every process when a key is destroyed.</summary>
public interface IPersonalTextMemory
{
    ValueTask ForgetAsync(Guid subject, CancellationToken cancellationToken);
}
