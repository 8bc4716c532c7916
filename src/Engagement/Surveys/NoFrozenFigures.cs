namespace Engagement.Surveys;

/// <summary>While nothing is released.</summary>
internal sealed class NoFrozenFigures : IFrozenFigures
{
    public Task<bool> IncludeAsync(Guid waveId, CancellationToken cancellationToken) => Task.FromResult(false);
}
