using System.Management.Automation;
using System.Reflection;

namespace CrossAccess.Commands;

/// <summary>
/// A cmdlet that changes something in AWS for each record: it plans by reading, asks, and applies. Up to
/// <see cref="ThrottleLimit"/> records are under way at a time, and their results are written in input order.
/// </summary>
/// <remarks>
/// Where nothing will ask, planning and applying are one task. Under -WhatIf and -Confirm the plan comes first, because
/// only it knows what would change; questions are asked in input order on the pipeline thread while later records plan.
/// </remarks>
/// <typeparam name="TResult">What the cmdlet emits.</typeparam>
public abstract class ChangeCommand<TResult> : ClientCommand
{
    private readonly Queue<PendingChange<TResult>> _window = new();
    private bool _isPrepared;

    /// <summary>How many records may be under way at a time. 1: each record is finished before the next begins.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Whether -Force was given: nothing is asked. -WhatIf outranks it, and it outranks -Confirm.</summary>
    private protected virtual bool Forced => false;

    /// <summary>What is written for a result, where it is not the result itself.</summary>
    private protected virtual object? ToOutput(TResult result) => result;

    /// <summary>What the whole invocation needs, run once before the first record. Its failure ends the pipeline.</summary>
    private protected virtual Task PrepareAsync(IActivity activity, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Takes a record into the window; to be called from ProcessRecord.</summary>
    /// <param name="target">What an error of this record names as its target.</param>
    /// <param name="describedTarget">What would be changed, as far as the parameters alone tell.</param>
    /// <param name="describedAction">What would be done to it, as a verb phrase.</param>
    /// <param name="plan">Plans the change by reading alone. It must not read the cmdlet's parameters: copy them first.</param>
    private protected void Submit(
        object? target,
        string describedTarget,
        string describedAction,
        Func<IActivity, CancellationToken, Task<IChange<TResult>>> plan) =>
        SubmitSeveral(target, describedTarget, describedAction, async (activity, cancellation) => (await plan(activity, cancellation)).Select(OnlyOne));

    /// <summary>As <see cref="Submit"/>, for a record that comes to several results which are approved together.</summary>
    private protected void SubmitSeveral(
        object? target,
        string describedTarget,
        string describedAction,
        Func<IActivity, CancellationToken, Task<IChange<IReadOnlyList<TResult>>>> plan)
    {
        Prepare();
        if (IsWhatIf || WillAsk)
        {
            _window.Enqueue(new PendingChange<TResult>(target) { Plan = Start(plan) });
        }
        else if (IsApproved(describedTarget, describedAction, out _))
        {
            _window.Enqueue(new PendingChange<TResult>(target) { Outcome = Start((activity, cancellation) => PlanAndApplyAsync(plan, activity, cancellation)) });
        }

        WorkUntilAtMost(ThrottleLimit - 1);
    }

    /// <summary>Takes a record into the window that only reads, so that Get- cmdlets overlap and keep their order too. Nothing is asked.</summary>
    /// <param name="target">What an error of this record names as its target.</param>
    private protected void SubmitReading(object? target, Func<IActivity, CancellationToken, Task<IReadOnlyList<TResult>>> read)
    {
        Prepare();
        _window.Enqueue(new PendingChange<TResult>(target) { Outcome = Start(read) });
        WorkUntilAtMost(ThrottleLimit - 1);
    }

    /// <summary>Submits what could not be before the last record came.</summary>
    private protected virtual void SubmitRest()
    {
    }

    /// <summary>Waits for the records under way and writes their results.</summary>
    protected sealed override void EndProcessing()
    {
        SubmitRest();
        WorkUntilAtMost(0);
    }

    private void Prepare()
    {
        if (_isPrepared) return;

        RunOrThrow(null, async (activity, cancellation) =>
        {
            await PrepareAsync(activity, cancellation);
            return true;
        });
        _isPrepared = true;
    }

    private void WorkUntilAtMost(int count) => RelayUntil(() =>
    {
        WriteFinished();
        foreach (PendingChange<TResult> pending in _window.Where(pending => pending.IsUndecided).ToList())
        {
            if (pending.Plan is not { IsCompleted: true } plan) break;
            RelayMessages();
            Decide(pending, plan);
            WriteFinished();
        }

        return _window.Count <= count;
    });

    private void Decide(PendingChange<TResult> pending, Task<IChange<IReadOnlyList<TResult>>> plan)
    {
        if (!plan.IsCompletedSuccessfully)
        {
            pending.Outcome = PreviewAsync(plan);
            return;
        }

        IChange<IReadOnlyList<TResult>> change = plan.Result;
        ShouldProcessReason reason = ShouldProcessReason.None;
        bool isApproved = change.Action is null ? !IsWhatIf : IsApproved(change.Target, change.Action, out reason);
        if (isApproved)
            pending.Outcome = Start(change.ApplyAsync);
        else if (change.Action is null || reason == ShouldProcessReason.WhatIf)
            pending.Outcome = PreviewAsync(plan);
        else
            pending.IsDeclined = true;
    }

    private void WriteFinished()
    {
        while (_window.TryPeek(out PendingChange<TResult>? head) && head.IsFinished)
        {
            RelayMessages();
            _window.Dequeue();
            if (head.Outcome is { IsCompletedSuccessfully: true } succeeded)
                foreach (TResult result in succeeded.Result) WriteObject(ToOutput(result));
            else if (head.Outcome is { } failed)
                Fail(failed, head.Target);
        }
    }

    // Awaiting carries the plan's own failure over, unwrapped.
    private static async Task<IReadOnlyList<TResult>> PreviewAsync(Task<IChange<IReadOnlyList<TResult>>> plan) => (await plan).Preview;

    private static async Task<IReadOnlyList<TResult>> PlanAndApplyAsync(
        Func<IActivity, CancellationToken, Task<IChange<IReadOnlyList<TResult>>>> plan, IActivity activity, CancellationToken cancellation) =>
        await (await plan(activity, cancellation)).ApplyAsync(activity, cancellation);

    private static IReadOnlyList<TResult> OnlyOne(TResult result) => [result];

    // PowerShell's own wording of ShouldProcess(target, action), which alone cannot tell -WhatIf from the user's no.
    private bool IsApproved(string target, string action, out ShouldProcessReason reason)
    {
        string description = $"Performing the operation \"{action}\" on target \"{target}\".";
        reason = ShouldProcessReason.None;
        if (!Forced || IsWhatIf) return ShouldProcess(description, null, null, out reason);

        WriteVerbose(description);
        return true;
    }

    // The order in which the engine decides; where we err, ShouldProcess on arrival still asks.
    private bool WillAsk
    {
        get
        {
            if (Forced) return false;
            if (MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm)) return LanguagePrimitives.IsTrue(confirm);
            if (MyInvocation.BoundParameters.TryGetValue("Debug", out object? debug) && LanguagePrimitives.IsTrue(debug)) return true;
            if (!LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference)) return true;
            return preference != ConfirmImpact.None && Impact >= preference;
        }
    }

    private ConfirmImpact Impact => GetType().GetCustomAttribute<CmdletAttribute>()?.ConfirmImpact ?? ConfirmImpact.Medium;
}
