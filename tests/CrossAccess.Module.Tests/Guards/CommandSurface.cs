using System.Management.Automation;
using System.Text;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Guards;

/// <summary>The module's public interface as text: what a script may rely on.</summary>
internal static class CommandSurface
{
    public static string Describe(ModuleSession session)
    {
        var text = new StringBuilder();
        foreach (CmdletInfo cmdlet in session.Run("Get-Command -Module CrossAccess").Output.Select(item => item.BaseObject).Cast<CmdletInfo>().OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal))
        {
            Append(text, cmdlet);
        }

        text.Append("errors\n");
        foreach (string id in session.Run("[enum]::GetNames([CrossAccess.ClientAccessError])").Texts.Order(StringComparer.Ordinal)) text.Append($"  {id}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, CmdletInfo cmdlet)
    {
        text.Append($"{cmdlet.Name}{(string.IsNullOrEmpty(cmdlet.DefaultParameterSet) ? "" : $" (default {cmdlet.DefaultParameterSet})")}\n");
        foreach (CommandParameterSetInfo set in cmdlet.ParameterSets.OrderBy(set => set.Name, StringComparer.Ordinal))
        {
            text.Append($"  set {set.Name}\n");
            foreach (CommandParameterInfo parameter in set.Parameters.Where(IsOwn).OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
            {
                text.Append($"    -{parameter.Name} {Traits(parameter)}\n");
            }
        }

        foreach (string type in cmdlet.OutputType.Select(output => output.Name).Order(StringComparer.Ordinal)) text.Append($"  emits {type}\n");
        text.Append('\n');
    }

    private static string Traits(CommandParameterInfo parameter)
    {
        List<string> traits = [NameOf(parameter.ParameterType)];
        if (parameter.Position >= 0) traits.Add($"position {parameter.Position}");
        if (parameter.IsMandatory) traits.Add("mandatory");
        if (parameter.ValueFromPipeline) traits.Add("from pipeline");
        if (parameter.ValueFromPipelineByPropertyName) traits.Add("by property name");
        if (parameter.Aliases.Count > 0) traits.Add($"alias {string.Join(", ", parameter.Aliases.Order(StringComparer.Ordinal))}");
        return string.Join("; ", traits);
    }

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{value.Name}?";
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;
    }

    // Those that PowerShell adds to every cmdlet are its own, but for the two that a cmdlet asks for.
    private static bool IsOwn(CommandParameterInfo parameter) =>
        parameter.Name is "WhatIf" or "Confirm"
        || !Cmdlet.CommonParameters.Contains(parameter.Name) && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name);
}
