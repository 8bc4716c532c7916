namespace Engagement.Surveys;

/// <summary>Tells whether figures with a wave's answers have been published. Asked when somebody takes their answers back.</summary>
public interface IFrozenFigures
{
    Task<bool> IncludeAsync(Guid waveId, CancellationToken cancellationToken);
}
