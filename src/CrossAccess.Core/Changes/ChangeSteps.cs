namespace CrossAccess;

/// <summary>The requests of a change, in order. A failure says what was done and what was not.</summary>
internal sealed class ChangeSteps
{
    private readonly List<ChangeStep> _steps = [];

    public bool IsEmpty => _steps.Count == 0;

    public void Add(string description, Func<CancellationToken, Task> apply) => _steps.Add(new ChangeStep(description, apply));

    public override string ToString() => string.Join(", ", _steps.Select(step => step.Description));

    public async Task RunAsync(IActivity activity, CancellationToken cancellation)
    {
        for (int done = 0; done < _steps.Count; done++)
        {
            try
            {
                await _steps[done].Apply(cancellation).ConfigureAwait(false);
            }
            catch (ClientAccessException e) when (done > 0 || _steps.Count > 1)
            {
                throw e.As(e.Error, $"{e.Message} {Account(done)}", e.RecommendedAction ?? "Run the same command again: it does what is left.");
            }
            activity.Verbose($"Done: {_steps[done].Description}.");
        }
    }

    private string Account(int done)
    {
        string left = $"Not done: {string.Join(", ", _steps.Skip(done).Select(step => step.Description))}.";
        return done == 0 ? left : $"Done: {string.Join(", ", _steps.Take(done).Select(step => step.Description))}. {left}";
    }
}
