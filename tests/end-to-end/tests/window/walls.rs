//! What a page may not do, whatever got into it.

use groat_end_to_end::{Desk, Look, Outcome, Room, until};
use serde_json::{Value, json};

#[tokio::test]
async fn a_page_loads_and_runs_nothing_but_our_own() -> Outcome<()> {
    let room = Room::new("walls", Look::default())?;
    let desk = room.start().await?;
    desk.find("#name").await?;
    desk.script(
        "window.breaches = []; window.ran = false;
         document.addEventListener('securitypolicyviolation', (event) =>
           window.breaches.push(event.effectiveDirective));
         const script = document.createElement('script');
         script.textContent = 'window.ran = true';
         document.head.append(script);
         const image = document.createElement('img');
         image.src = 'https://example.org/donor.png';
         document.body.append(image);
         const frame = document.createElement('iframe');
         frame.src = 'https://example.org/';
         document.body.append(frame);
         const style = document.createElement('style');
         style.textContent = 'body { background: url(https://example.org/) }';
         document.head.append(style);
         fetch('https://example.org/').catch(() => {});",
    )
    .await?;
    let wanted =
        json!(["connect-src", "frame-src", "img-src", "script-src-elem", "style-src-elem"]);
    until("every breach to be refused", async || {
        let breaches = desk.script("return [...new Set(window.breaches)].sort()").await?;
        Ok((breaches == wanted).then_some(()))
    })
    .await?;
    assert_eq!(desk.script("return window.ran").await?, json!(false));
    assert_eq!(desk.script("return typeof window.__TAURI__").await?, json!("undefined"));
    assert_eq!(desk.script("return Object.isFrozen(Object.prototype)").await?, json!(true));
    desk.script("location.href = 'https://example.org/'; window.open('https://example.org/')")
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert!(desk.web().current_url().await?.as_str().starts_with("tauri://localhost"));
    assert_eq!(desk.web().windows().await?.len(), 1);
    desk.stop().await
}

#[tokio::test]
async fn the_donors_window_may_only_read_what_it_shows() -> Outcome<()> {
    let room = Room::new("audience", Look::default())?;
    let desk = room.start().await?;
    desk.set_up().await?;
    desk.open_drive().await?;
    desk.open_display().await?;
    desk.to_display().await?;
    let read = invoke(&desk, "call", &json!({ "name": "display_read", "args": {} })).await?;
    assert!(read.get("answer").is_some(), "{read}");
    for name in ["desk_read", "drive_export", "display_toggle", "gift_list", "cash_record"] {
        let refused = invoke(&desk, "call", &json!({ "name": name, "args": {} })).await?;
        let code = refused.pointer("/refused/code").and_then(Value::as_str);
        assert_eq!(code, Some("command-not-allowed"), "{name}: {refused}");
    }
    for command in
        ["plugin:dialog|save", "plugin:event|emit", "plugin:window|close", "plugin:fs|read"]
    {
        let refused = invoke(&desk, command, &json!({})).await?;
        assert!(refused.get("refused").is_some(), "{command}: {refused}");
    }
    desk.to_main().await?;
    for command in
        ["plugin:dialog|save", "plugin:event|emit", "plugin:window|close", "plugin:fs|read"]
    {
        let refused = invoke(&desk, command, &json!({})).await?;
        assert!(refused.get("refused").is_some(), "{command}: {refused}");
    }
    desk.stop().await
}

/// Asks the shell past the page's own code, as a script would that got into it.
async fn invoke(desk: &Desk<'_>, command: &str, args: &Value) -> Outcome<Value> {
    let script = "const [command, args, done] = arguments;
         window.__TAURI_INTERNALS__.invoke(command, args).then(
           (answer) => done({ answer }), (refused) => done({ refused }));";
    let answer = desk.web().execute_async(script, vec![json!(command), args.clone()]).await?;
    Ok(answer.json().clone())
}
